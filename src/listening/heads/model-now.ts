import type { Model } from '../../understanding/learned/model.ts';
import { changeModel } from '../../understanding/learned/reclassing.ts';
import type { Classes } from './classes.ts';

/**
 * A model in the classes of now, whenever it was made: merged classes answer together, a deleted one never. Files of
 * models are never rewritten, so an older one that is put back follows what happened since as well.
 */
export function inClassesOfNow(model: Model, gone: Classes['gone']): Model {
  return model.classes.reduce(
    (next, from) => (from !== null && gone[from] ? changeModel(next, { from, to: gone[from].into }) : next),
    model,
  );
}
