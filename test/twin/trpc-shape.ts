import type { Media } from './media';
import { MODELS, type Model } from './models';
import type { State } from './state';
import type { Project } from './world';

const TOOL = 'PINHOLE';

const CAPABILITIES: Record<Model['action'], readonly string[]> = {
  text: ['TEXT', 'AUDIO'],
  extend: ['EXTEND', 'AUDIO'],
  reshoot: ['RESHOOT'],
  upscale: ['UPSCALING'],
  references: ['MULTI_REFERENCE_NO_STYLE', 'AUDIO'],
};

export function modelConfig() {
  return MODELS.map(({ key, action, aspects, tiers, price, displayName }) => ({
    key,
    supportedAspectRatios: aspects.map((aspect) => `VIDEO_ASPECT_RATIO_${aspect}`),
    capabilities: CAPABILITIES[action].map((word) => `VIDEO_MODEL_CAPABILITY_${word}`),
    videoLengthSeconds: 8,
    videoGenerationTimeSeconds: action === 'upscale' ? 51 : 80,
    displayName,
    creditCost: price,
    framesPerSecond: 24,
    paygateTier: tiers[0],
  }));
}

export const projectEntry = ({ id, title }: Project) => ({
  projectId: id,
  projectInfo: { projectTitle: title },
});

function square({ width, height, aspect }: Media): string {
  return width === height ? 'SQUARE' : aspect;
}

function mediaData(media: Media, { signer }: State) {
  const { mediaId, prompt = '', seed = 0, model, aspect } = media;
  const fifeUri = signer.address(media, media.kind);
  const generated = { seed, mediaGenerationId: mediaId, prompt };
  if (media.kind === 'image') {
    const aspectRatio = `IMAGE_ASPECT_RATIO_${square(media)}`;
    // What a person uploaded was not made by any model.
    if (!media.model) {
      return {
        imageData: { userUploadedImage: { mediaGenerationId: mediaId, aspectRatio }, fifeUri },
      };
    }
    return {
      imageData: { generatedImage: { ...generated, modelNameType: model, aspectRatio }, fifeUri },
    };
  }
  const aspectRatio = `VIDEO_ASPECT_RATIO_${aspect}`;
  return {
    videoData: {
      generatedVideo: { ...generated, model, aspectRatio },
      fifeUri,
      servingBaseUri: signer.address(media, 'image'),
    },
  };
}

// The world's own clips were made on this day; results carry the moment they were ready.
const BEGINNING = Date.UTC(2025, 10, 20, 17, 5);

export function workflow(media: Media, state: State) {
  const { kind, projectId, workflowId, mediaKey, title, prompt, createdAt } = media;
  const mediaType = kind.toUpperCase();
  const createTime = new Date(createdAt ?? BEGINNING).toISOString();
  const generation = {
    mediaGenerationId: { mediaType, projectId, workflowId, workflowStepId: 'CAE', mediaKey },
    mediaData: mediaData(media, state),
    mediaExtraData: {
      mediaTitle: title,
      toolName: TOOL,
      mediaType: `MEDIA_TYPE_${mediaType}`,
      ...(kind === 'video' ? { videoExtraData: {} } : { imageExtraData: {} }),
    },
  };
  const promptInputs = prompt === undefined ? [] : [{ textInput: prompt }];
  return {
    workflowId,
    createTime,
    workflowSteps: [
      {
        workflowStepId: 'CAE',
        toolInfo: { toolName: TOOL },
        mediaGenerations: [generation],
        workflowStepLog: { stepCreationTime: createTime, requestData: { promptInputs } },
      },
    ],
  };
}
