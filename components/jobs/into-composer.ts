import type { Draft } from '@/lib/job/draft';
import { change } from '../state/composer';
import { startOver } from '../state/problems';
import { focusSoon, showComposer } from '../state/view';

/** Puts parts of a draft into the composer and goes there. */
export function intoComposer(parts: Partial<Draft>): void {
  startOver();
  change(parts);
  showComposer();
  focusSoon('.actions input:checked');
}
