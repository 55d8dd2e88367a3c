import type { View } from './view';
import { cards } from './views/cards';
import { compare } from './views/compare';
import { extend } from './views/extend';
import { holds } from './views/holds';
import { jobs } from './views/jobs';
import { ledger } from './views/ledger';
import { library } from './views/library';
import { options } from './views/options';
import { panel } from './views/panel';
import { prepare } from './views/prepare';
import { questions } from './views/questions';
import { references } from './views/references';
import { reshoot } from './views/reshoot';
import { upscale } from './views/upscale';

/** Every view, those that take longest first. */
export const VIEWS: readonly View[] = [
  compare,
  options,
  library,
  ledger,
  jobs,
  cards,
  extend,
  holds,
  reshoot,
  references,
  upscale,
  panel,
  prepare,
  questions,
];
