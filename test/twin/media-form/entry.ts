import type { Media } from '../media';
import type { Operation } from '../operations';

const STATUS = 'MEDIA_GENERATION_STATUS';
// The world's own were made on this day.
const BEGINNING = Date.UTC(2025, 10, 20, 17, 5);

const timeOf = ({ createdAt }: Media) => new Date(createdAt ?? BEGINNING).toISOString();

export interface MediaStatus {
  mediaGenerationStatus: string;
  error?: { message: string };
  failureReason?: string;
}

export function statusOf({ status, failure }: Operation): MediaStatus {
  if (!failure || !/_(FAILED|CANCELED)$/.test(status)) return { mediaGenerationStatus: status };
  const { message } = failure;
  return { mediaGenerationStatus: status, error: { message }, failureReason: message };
}

export const SCHEDULED: MediaStatus = { mediaGenerationStatus: `${STATUS}_SCHEDULED` };
export const SUCCESSFUL: MediaStatus = { mediaGenerationStatus: `${STATUS}_SUCCESSFUL` };

function made(media: Media, status: MediaStatus | undefined) {
  const { kind, seed, prompt, model, aspect, frames = 0, mediaKey } = media;
  const words = {
    ...(seed === undefined ? {} : { seed }),
    ...(prompt === undefined ? {} : { prompt }),
  };
  if (kind === 'image') {
    const aspectRatio = `IMAGE_ASPECT_RATIO_${media.width === media.height ? 'SQUARE' : aspect}`;
    const image = model
      ? { generatedImage: { ...words, modelNameType: model, aspectRatio } }
      : { userUploadedImage: { aspectRatio } };
    return { image };
  }
  return {
    video: {
      generatedVideo: {
        ...words,
        model,
        isLooped: false,
        aspectRatio: `VIDEO_ASPECT_RATIO_${aspect}`,
      },
      dimensions: { length: `${frames / 24}s` },
      ...(status ? { operation: { name: mediaKey } } : {}),
    },
  };
}

// A media as every reply has it. One that is finished has a status only where it was asked for.
export function mediaEntry(media: Media, status?: MediaStatus) {
  const { mediaKey: name, projectId, workflowId, title: mediaTitle, prompt } = media;
  const parts = prompt === undefined ? [] : [{ text: prompt }];
  return {
    ...{ name, projectId, workflowId },
    workflowStepId: name.endsWith('_upsampled') ? 'CAI' : 'CAE',
    mediaMetadata: {
      createTime: timeOf(media),
      mediaTitle,
      requestData: { promptInputs: [{ structuredPrompt: { parts } }] },
      ...(status ? { mediaStatus: status } : {}),
    },
    ...made(media, status),
  };
}

export function workflowEntry(media: Media, batchId?: string) {
  const time = timeOf(media);
  return {
    name: media.workflowId,
    projectId: media.projectId,
    metadata: {
      ...{ displayName: media.title, createTime: time, updateTime: time },
      primaryMediaId: media.mediaKey,
      ...(batchId === undefined ? {} : { batchId }),
    },
  };
}
