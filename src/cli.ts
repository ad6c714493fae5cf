import { describeRefusal } from './commands/refusing.ts';
import { isRefusal, type Refusal } from './platform/refusal.ts';

type Command = { run(args: string[]): Promise<number> };

/** Every command by name. Loaded when called, so that a short one stays short. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: () => import('./commands/start.ts'),
  stop: () => import('./commands/stop.ts'),
  example: () => import('./commands/example.ts'),
  import: () => import('./commands/import.ts'),
  export: () => import('./commands/export.ts'),
  understand: () => import('./commands/understand.ts'),
  learn: () => import('./commands/learn.ts'),
  evaluate: () => import('./commands/evaluate.ts'),
  journey: () => import('./commands/journey.ts'),
  key: () => import('./commands/key.ts'),
  password: () => import('./commands/password.ts'),
  backup: () => import('./commands/backup.ts'),
  restore: () => import('./commands/restore.ts'),
  rebuild: () => import('./commands/rebuild.ts'),
  doctor: () => import('./commands/doctor.ts'),
  check: () => import('./commands/check.ts'),
};

async function main([name, ...args]: string[]): Promise<number> {
  const load = name ? commands[name] : undefined;
  if (!load) {
    process.stderr.write(
      `Usage: polder <command>\nCommands: ${Object.keys(commands).join(', ')}, test, build, bench, dev\n`,
    );
    return 2;
  }
  const command = await load();
  return command.run(args);
}

function refused(refusal: Refusal): number {
  process.stderr.write(`${describeRefusal(refusal)}\n`);
  return refusal.code === 'usage' ? 2 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!isRefusal(error)) throw error;
  process.exitCode = refused(error);
}
