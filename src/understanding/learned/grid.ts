/**
 * What one step of a byte is worth for the weights of one class. Its last bits are zero, so that a weight on the
 * grid is exact, and writing and reading a model again and again changes nothing.
 */
export function gridOf(weights: Float32Array): number {
  let most = 0;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const step = Float32Array.of(most === 0 ? 1 : most / 127);
  const bits = new Uint32Array(step.buffer);
  bits[0] = ((bits[0] ?? 0) + 0xff) & ~0xff;
  return step[0] ?? 1;
}
