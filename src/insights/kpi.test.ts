import { describe, expect, it } from 'vitest';
import { roiOf } from '../pilots/benefit/roi.ts';
import { externalInternal } from './figures/connecting.ts';
import { liftOf, type Nps, npsOf, viralityOf } from './kpi.ts';
import { certaintyMet, certaintyNotMet, netSentiment, wilson, z90, z95 } from './statistics.ts';

const nps = (promoters: number, passives: number, detractors: number): Nps => {
  const found = npsOf(promoters, passives, { detractors });
  if (!found) throw new Error('nobody answered');
  return found;
};

describe('every vector of the domain pages', () => {
  it.each([
    [277, 420, z90, 0.6206, 0.6964],
    [61, 101, z95, 0.5065, 0.6938],
    [12, 15, z90, 0.5912, 0.9171],
    [0, 20, z95, 0, 0.1611],
  ])('Wilson of %i of %i', (k, n, z, low, high) => {
    const interval = wilson(k, n, z);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it.each([
    [180, 140, 80, 25, 3.832, 17.49, 32.51],
    [58, 106, 36, 11, 4.785, 1.62, 20.38],
  ])('NPS of %i promoters, %i passives and %i detractors', (p, m, d, value, error, low, high) => {
    const found = nps(p, m, d);
    expect(found.value).toBeCloseTo(value, 10);
    expect(found.error).toBeCloseTo(error, 3);
    expect(found.low).toBeCloseTo(low, 2);
    expect(found.high).toBeCloseTo(high, 2);
  });

  it('the lift of members', () => {
    const lift = liftOf(nps(90, 70, 40), nps(60, 90, 50));
    expect(lift.value).toBeCloseTo(20, 10);
    expect(lift.error).toBeCloseTo(7.533, 3);
    expect(lift.low).toBeCloseTo(5.24, 2);
    expect(lift.high).toBeCloseTo(34.76, 2);
  });

  it('how sure that something is met, or is not', () => {
    expect(certaintyMet(40, 50, 0.72)).toBeCloseTo(0.899, 3);
    expect(certaintyNotMet(35, 50, 0.8)).toBeCloseTo(0.956, 3);
  });

  it('E-I of six between and fourteen within', () => {
    const edges = [
      { one: 'els', other: 'noor', weight: 6 },
      { one: 'els', other: 'joost', weight: 14 },
    ];
    const departments: Record<string, string> = { els: 'service', joost: 'service', noor: 'operations' };
    expect(externalInternal(edges, (id) => departments[id] ?? null)).toBeCloseTo(-0.4, 10);
  });

  it('virality, net sentiment and return', () => {
    const { k, ceiling } = viralityOf(3, 0.2, 1000);
    expect(k).toBeCloseTo(0.6, 10);
    expect(ceiling).toBeCloseTo(2500, 6);
    expect(netSentiment(80, 100, 20)).toBeCloseTo(30, 10);
    expect(roiOf(18_500, 12_000)).toBeCloseTo(0.542, 3);
  });
});
