import { createHash } from 'node:crypto';

export interface Method {
  id: string; // of the first build
  name: string;
  generates?: true; // asked with the page's own verification only
}

const free = (id: string, name: string): Method => ({ id, name });
const generating = (id: string, name: string): Method => ({ id, name, generates: true });

// All that were seen, the twin's own and those that it only knows by name.
export const METHODS: readonly Method[] = [
  free('nzlxg', 'VideoFxService.GetCredits'),
  free('HTrJv', 'FlowService.GetModels'),
  free('UpteDb', 'FlowService.GetProjects'),
  free('ngNC2', 'AiSandbox.GetProject'),
  free('Zzl0ze', 'FlowService.GetProjectContents'),
  free('as29s', 'FlowService.GetMedia'),
  free('Iyc41d', 'FlowService.BatchGetMedia'),
  free('uurnC', 'FlowService.GetMediaUrl'),
  free('jwpduf', 'VideoFxService.BatchCheckAsyncVideoGenerationStatus'),
  free('jHPbke', 'AiSandbox.CreateProject'),
  free('o8DA4', 'AiSandbox.UpdateProjectInfo'),
  free('QI2zvc', 'AiSandbox.DeleteProject'),
  free('mYWVGd', 'FlowService.UpdateWorkflow'),
  free('pGCYOe', 'FlowService.BatchUpdateWorkflows'),
  free('rqZuUc', 'FlowService.CreateScene'),
  free('uwAyfb', 'FlowService.GetSceneWorkflows'),
  free('GoMJte', 'FlowService.UpdateSceneWorkflows'),
  free('BLIwAb', 'FlowService.BatchDeleteScenes'),
  free('GjQLTd', 'AiSandbox.RunVideoFxConcatenation'),
  free('IxdSwd', 'AiSandbox.RunVideoFxCheckConcatenationStatus'),
  free('QZasKb', 'VideoFxService.GeneratePinholeGif'),
  free('CK0Pk', 'FlowService.CancelMediaGeneration'),
  free('Yizz8d', 'FlowService.GetUserSettings'),
  free('DA4VGb', 'FlowService.UpdateUserSettings'),
  free('cPZSdc', 'VideoFxService.GetFlowAppConfig'),
  free('rThb8d', 'VideoFxService.CheckFlowAvailability'),
  generating('YhhmEf', 'VideoFxService.BatchAsyncGenerateVideoText'),
  generating('eb1hJf', 'VideoFxService.BatchAsyncGenerateVideoStartImage'),
  generating('nprQif', 'VideoFxService.BatchAsyncGenerateVideoStartAndEndImage'),
  generating('MZZa6b', 'VideoFxService.BatchAsyncGenerateVideoReferenceImages'),
  generating('fZytfe', 'VideoFxService.BatchAsyncGenerateVideoExtendVideo'),
  generating('jIps6', 'VideoFxService.BatchAsyncGenerateVideoEditVideo'),
  generating('p0UkFb', 'VideoFxService.BatchAsyncGenerateVideoUpsampleVideo'),
  generating('SPrCad', 'FlowService.UpsampleImage'),
  generating('maseQ', 'FlowService.UploadImage'),
];

export interface Build {
  label: string; // `bl`, in the page `cfb2h`
  idOf(name: string): string;
  methodOf(id: string): Method | undefined;
}

// A letter first and five others: of the form of the real ones, and the same in every run.
function renamed({ id, name }: Method, number: number): string {
  if (number === 0) return id;
  const text = createHash('sha256').update(`${number} ${name}`).digest('base64url');
  return `${'bcdfgh'[number % 6]}${text.replace(/[-_]/g, '').slice(0, 5)}`;
}

function build(number: number): Build {
  const ids = new Map(METHODS.map((method) => [renamed(method, number), method]));
  const byName = new Map([...ids].map(([id, { name }]) => [name, id]));
  const day = String(6 + number).padStart(2, '0');
  return {
    label: `boq_labs-ai-sandbox-frontend_202610${day}.11_p0`,
    methodOf: (id) => ids.get(id),
    idOf(name) {
      const id = byName.get(name);
      if (id === undefined) throw new Error(`No call ${name} on flow.google.com`);
      return id;
    },
  };
}

export interface Builds {
  current(): Build;
  next(): void; // every id another one: those of the build before are refused from then on
}

export function createBuilds(): Builds {
  let number = 0;
  let current = build(number);
  return {
    current: () => current,
    next() {
      number += 1;
      current = build(number);
    },
  };
}
