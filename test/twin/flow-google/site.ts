import type { Answer, Asked } from '../exchange';
import type { State } from '../state';
import { mediaHere } from './asking';
import { batchexecute } from './batchexecute';
import { pages } from './pages';
import { isPicture, picture } from './pictures';
import { BATCH } from './transport';

// Everything that flow.google.com answers.
export function flowGoogle(asked: Asked, state: State): Answer {
  if (BATCH.test(asked.path)) return batchexecute(asked, state);
  if (isPicture(asked.path)) return picture(asked, mediaHere(state));
  return pages(asked, state);
}
