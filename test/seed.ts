import fc from 'fast-check';

/**
 * Every run of the suite draws the same examples, so that a run can be repeated and a mutant that died yesterday dies
 * today. SEED=random looks for new ones; what it finds is printed with its own seed.
 */
if (process.env.SEED !== 'random') fc.configureGlobal({ seed: Number(process.env.SEED ?? 24_11_2026) });
