// The command that hands a case out, and its options.
import type { Command } from 'commander'
import { deskOption, JSON_HELP } from './options.ts'

const EXAMPLES = `
Example:
  readout export case /tmp/dam 3f9a
  readout export case /tmp/week 2031-W10 dam-offer`

/** Adds `case` to the command that exports. */
export function addCase(
  exporting: Command,
  finish: (status: number) => void,
  { desk, version }: { readonly desk: string; readonly version: string },
): void {
  exporting
    .command('case')
    .description(
      'write what some reports, claims, stories or editions rest on into a folder: web archive, bytes, records, log, decisions, texts and evidence, with digests that "sha256sum -c" and tools for web archives check',
    )
    .argument('<folder>', 'where to; new or empty')
    .argument('<what...>', 'names of reports, ids of claims and stories, editions such as 2031-W10')
    .addOption(deskOption(desk))
    .option('--json', JSON_HELP)
    .addHelpText('after', EXAMPLES)
    .action(async (folder, what, _options, command) => {
      const options = command.optsWithGlobals()
      finish(await (await import('./case.ts')).exportCase(folder, what, options, version))
    })
}
