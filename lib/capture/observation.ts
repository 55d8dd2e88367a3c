/** What the page's observer sends over the port, as JSON text: one call and its answer. */
export interface Observation {
  readonly url: string;
  readonly method: string;
  readonly authorization?: string | undefined;
  readonly requestBody?: string | undefined;
  readonly status: number;
  readonly body: string;
}

export type Observe = (observation: Observation) => void;
