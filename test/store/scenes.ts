import type { Look } from '../states/look';
import type { View } from '../states/view';
import { compare } from '../states/views/compare';
import { extend } from '../states/views/extend';
import { library } from '../states/views/library';
import { reshoot } from '../states/views/reshoot';
import { batchPanel } from './batch-panel';

/** One screenshot for the stores: a state of the product with a line about it. */
export interface Scene {
  readonly name: string;
  readonly view: View;
  /** States to go through, the last of which is shown. */
  readonly states: readonly string[];
  readonly theme: Look['theme'];
  /** Of the product, in its own pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** Where the product stands: right of the line, or below it. */
  readonly layout: 'beside' | 'below';
  readonly words: Readonly<Record<Look['language'], string>>;
}

const POPUP = { width: 400, height: 600 };
const WIDE = { width: 1120, height: 596 };

export const SCENES: readonly Scene[] = [
  {
    ...{ name: '1-reshoot', view: reshoot, states: ['three'], theme: 'light' },
    ...{ size: POPUP, layout: 'beside' },
    words: {
      en: 'Choose camera moves. See the price before you press.',
      'zh-CN': '选好运镜，按下之前先看价格。',
    },
  },
  {
    ...{ name: '2-extend', view: extend, states: ['free'], theme: 'dark' },
    ...{ size: POPUP, layout: 'beside' },
    words: {
      en: 'Extend from the frames you choose, exact to the frame.',
      'zh-CN': '从你选的那几帧延长，精确到帧。',
    },
  },
  {
    ...{ name: '3-jobs', view: batchPanel, states: ['running'], theme: 'light' },
    ...{ size: WIDE, layout: 'below' },
    words: {
      en: 'Follow every job to the finished file.',
      'zh-CN': '跟进每个任务，直到成片。',
    },
  },
  {
    ...{ name: '4-compare', view: compare, states: ['wipe'], theme: 'dark' },
    // So that the list below the pictures ends between two lines.
    ...{ size: { width: 400, height: 592 }, layout: 'beside' },
    words: {
      en: 'Compare takes frame by frame, and keep one.',
      'zh-CN': '逐帧比较，留下一个。',
    },
  },
  {
    ...{ name: '5-library', view: library, states: ['grid', 'versions'], theme: 'light' },
    ...{ size: WIDE, layout: 'below' },
    words: {
      en: 'Every clip, and what it was made from.',
      'zh-CN': '每个片段，以及它由什么做成。',
    },
  },
];
