import { channel } from './channel';
import type { PageQuestion } from './protocol';

/** The bridge answers what the background asks it. Apart from `server.ts`, which loads all schemas. */
export const onPageQuestion = (
  answer: (question: PageQuestion) => Promise<string | undefined>,
): void => {
  channel.onMessage('askPage', ({ data }) => answer(data));
};
