import type { Draft } from '@/lib/job/draft';
import { change } from '../store/composer';
import { startOver } from '../store/problems';
import { focusSoon, showComposer } from '../store/view';

/** Puts parts of a draft into the composer and goes there. */
export function intoComposer(parts: Partial<Draft>): void {
  startOver();
  change(parts);
  showComposer();
  focusSoon('.actions input:checked');
}
