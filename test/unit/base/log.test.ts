import { expect, it } from 'vitest';
import { redact } from '@/lib/base/log';

it.each([
  ['token ya29.a0AfB_byC-1.2 end', 'token ya29.… end'],
  ['authorization: Bearer abc.def-ghi', 'authorization: Bearer …'],
  ['/video/k?Expires=5&Signature=AA%2BBB&x=1', '/video/k?Expires=5&Signature=…&x=1'],
  ['sent by ada.l+x@mail.example.com.', 'sent by …@…'],
  ['nothing to hide', 'nothing to hide'],
])('writes %j as %j', (text, written) => {
  expect(redact(text)).toBe(written);
});
