// The command that tells how a desk does.
import type { Command } from 'commander'
import { deskOption, JSON_HELP } from './options.ts'

/** Adds it to the program. */
export function addStatus(program: Command, finish: (status: number) => void, desk: string): void {
  program
    .command('status')
    .description(
      'print how the desk does: what waits, sources, room, what is at work; exit status 1 where something is amiss',
    )
    .addOption(deskOption(desk))
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample:\n  readout status')
    .action(async (options) => finish(await (await import('./status.ts')).showStatus(options)))
}
