const purposeOf = (value: string) => `set_config('polder.purpose', ${value}, true)`;
const byIndex = `set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)`;

/** What a transaction says first: what for it reads and writes, see `transact`. */
export const declaring = `select ${purposeOf('$1')}`;
/** The same, and that what follows is asked all day in the same few statements, see `transactOften`. */
export const declaringOften = `select ${purposeOf('$1')}, ${byIndex}`;
