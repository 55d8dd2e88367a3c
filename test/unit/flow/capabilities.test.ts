import { expect, it } from 'vitest';
import { ACTIONS } from '@/lib/flow/action';
import { capabilityOf, isExtensible } from '@/lib/flow/capabilities';

it.each(ACTIONS)('on labs.google %s is sent from here', (action) => {
  expect(capabilityOf(action, 'labs.google', false)).toEqual({ kind: 'send' });
});

it.each(ACTIONS)('on labs.google %s is not offered where pages attach a verification', (action) => {
  const refused = { kind: 'none', reason: 'verification' };
  expect(capabilityOf(action, 'labs.google', true)).toEqual(refused);
});

it.each([
  ['extend', { kind: 'prepare' }],
  ['upscale', { kind: 'prepare' }],
  ['references', { kind: 'prepare' }],
  ['reshoot', { kind: 'none', reason: 'no-such-action' }],
] as const)('on flow.google.com nothing is sent: %s', (action, capability) => {
  expect(capabilityOf(action, 'flow.google.com', false)).toEqual(capability);
  expect(capabilityOf(action, 'flow.google.com', true)).toEqual(capability);
});

it.each([
  ['veo_3_1_t2v_lite', true],
  ['abra_edit', false],
  [undefined, true],
])('a clip of the model %s can be extended in Flow: %s', (model, isOne) => {
  expect(isExtensible(model)).toBe(isOne);
});
