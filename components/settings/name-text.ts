import { i18n } from '#i18n';
import { fileName } from '@/lib/files/file-name';
import { PARTS_MAX, TEMPLATE_MAX, type TemplateProblem } from '@/lib/files/name-template';
import { number } from '@/lib/text/format';

/** Why a template is not taken; the last good one stays. */
export function templateProblemText(problem: TemplateProblem): string {
  switch (problem.kind) {
    case 'unknown':
      return i18n.t('names.unknown', [problem.token]);
    case 'long':
      return i18n.t('nameProblem.long', [number(TEMPLATE_MAX), number(PARTS_MAX - 1)]);
    default:
      return i18n.t(`nameProblem.${problem.kind}`);
  }
}

/** The name of a clip such as there are many, as a template makes it; folders set apart. */
export const sampleName = (template: string): string =>
  fileName(
    {
      title: i18n.t('names.sampleClip'),
      createdAt: Date.now(),
      request: {
        action: 'reshoot',
        move: 'RIGHT_TO_LEFT',
        seed: 4711,
        projectId: '',
        sceneId: '',
        mediaId: '',
        modelKey: '',
        tier: 'ultra',
        aspect: 'landscape',
      },
    },
    { template, project: i18n.t('names.sample'), take: 1 },
  ).replaceAll('/', ' / ');
