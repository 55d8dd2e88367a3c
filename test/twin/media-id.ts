const KINDS = { video: 5, image: 3 } as const;

export interface MediaIdParts {
  kind: 'video' | 'image';
  projectId?: string; // absent on uploaded images
  workflowId: string;
  mediaKey: string;
}

// Every text here is shorter than 128 bytes, so a length takes one byte.
function field(number: number, text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  return Buffer.concat([Buffer.from([(number << 3) | 2, bytes.length]), bytes]);
}

// base64url of a protobuf: 1 kind (varint), 2 project, 3 workflow, 4 "CAE", 5 media key.
export function encodeMediaId({ kind, projectId, workflowId, mediaKey }: MediaIdParts): string {
  return Buffer.concat([
    Buffer.from([1 << 3, KINDS[kind]]),
    ...(projectId ? [field(2, projectId)] : []),
    field(3, workflowId),
    field(4, 'CAE'),
    field(5, mediaKey),
  ]).toString('base64url');
}
