import { i18n } from '#i18n';
import { SEED_MAX } from '@/lib/base/ids';
import type { Problem } from '@/lib/drafts/validate';
import { IMAGES_MAX, PROMPT_MAX } from '@/lib/flow/request';
import { number } from './format';

/** What is wrong, as the views say it: what `validate` found, and text that is no number. */
export type ViewProblem =
  | Problem
  | { readonly field: 'range'; readonly kind: 'range-unread' | 'timecode-unread' }
  | { readonly field: 'seed'; readonly kind: 'seed-unread' };

export type Field = ViewProblem['field'];

const PLAIN = {
  'no-flow-tab': 'problem.noFlowTab',
  'no-project': 'problem.noProject',
  'signed-out': 'problem.signedOut',
  'tier-unknown': 'problem.tierUnknown',
  'flow-only': 'problem.flowOnly',
  'press-in-flow': 'problem.pressInFlow',
  'no-such-action': 'problem.noSuchAction',
  'no-clip': 'problem.noClip',
  'other-project': 'problem.otherProject',
  'not-a-clip': 'problem.notAClip',
  'aspect-unknown': 'problem.aspectUnknown',
  'not-veo': 'problem.notVeo',
  'already-upscaled': 'problem.alreadyUpscaled',
  'no-moves': 'problem.noMoves',
  'empty-prompt': 'problem.emptyPrompt',
  'length-unknown': 'problem.lengthUnknown',
  'range-order': 'problem.rangeOrder',
  'range-unread': 'problem.rangeUnread',
  'timecode-unread': 'problem.timecodeUnread',
  'no-images': 'problem.noImages',
  'image-other-project': 'problem.imageOtherProject',
} as const satisfies Partial<Record<ViewProblem['kind'], string>>;

/** What is wrong, as a sentence that says what to do. */
export function problemText(problem: ViewProblem): string {
  switch (problem.kind) {
    case 'range-outside':
      return i18n.t('problem.rangeOutside', [problem.last]);
    case 'long-prompt':
      return i18n.t('problem.longPrompt', [number(PROMPT_MAX)]);
    case 'too-many-images':
      return i18n.t('problem.tooManyImages', [IMAGES_MAX]);
    case 'seed-outside':
    case 'seed-unread':
      return i18n.t('problem.seedOutside', [SEED_MAX]);
    default:
      return i18n.t(PLAIN[problem.kind]);
  }
}
