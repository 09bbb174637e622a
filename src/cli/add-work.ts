// The commands of those who do a desk's work beside its pages.
import { Argument, type Command } from 'commander'
import { deskOption, JSON_HELP, logOption } from './options.ts'

/** Adds them to the program. */
export function addWork(program: Command, finish: (status: number) => void, desk: string): void {
  program
    .command('worker')
    .description(
      'work for a desk without serving it: read what came in, and link, ask the sources and go on with mail where no other process does; any number of workers share one desk',
    )
    .addOption(deskOption(desk))
    .option('--no-fetch', 'ask nothing of the web')
    .addOption(logOption())
    .addHelpText('after', '\nExample:\n  readout worker')
    .action(async (options) => finish(await (await import('./worker.ts')).work(options)))
  program
    .command('jobs')
    .description('list what waits to be done, by whom what is done, and what was laid aside after several tries')
    .addArgument(new Argument('[what]', 'what is to become of one that was laid aside').choices(['retry', 'drop']))
    .argument('[id]', 'its id in the list, or the beginning of it')
    .addOption(deskOption(desk))
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample:\n  readout jobs\n  readout jobs retry 3f9a77')
    .action(async (what, id, options) => finish(await (await import('./jobs.ts')).jobs(what, id, options)))
}
