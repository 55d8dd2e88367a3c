import { LANGUAGES } from '../house/languages';

/** In which language and theme the views are looked at. */
export interface Look {
  /** As browsers write it: zh-CN. */
  readonly language: string;
  readonly theme: 'light' | 'dark';
}

export const LOOKS: readonly Look[] = LANGUAGES.flatMap(({ tag }) =>
  (['light', 'dark'] as const).map((theme) => ({ language: tag, theme })),
);
