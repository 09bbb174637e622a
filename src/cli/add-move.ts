// The command that carries a desk from one store to another.
import type { Command } from 'commander'
import { JSON_HELP } from './options.ts'

/** Adds it to the program. */
export function addMove(program: Command, finish: (status: number) => void): void {
  program
    .command('move')
    .description(
      'carry a whole desk from a folder to a database or the other way, and prove that both then hold the same; the one that was stays as it is',
    )
    .argument('<from>', 'the folder of the desk, or its database as postgres://…')
    .argument('<to>', 'a folder that is not there yet, or a database that holds nothing')
    .option('--json', JSON_HELP)
    .addHelpText('after', EXAMPLES)
    .action(async (from, to, options) => finish(await (await import('./move.ts')).move(from, to, options)))
}

const EXAMPLES = `
Stop what is at work on the desk first: what comes in meanwhile is not carried.
Example:
  readout move /srv/desk postgres://readout@db.meridian.example/desk
  readout move postgres://readout@db.meridian.example/desk /srv/desk-again`
