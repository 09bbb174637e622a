// The commands by which people rule on what was read and linked, and list what was ruled.
import { Argument, type Command, Option } from 'commander'
import { KINDS } from '../desk/make-ruling.ts'
import { deskOption, JSON_HELP } from './options.ts'

/** Adds them to the program. */
export function addDecisions(program: Command, finish: (status: number) => void, desk: string): void {
  program
    .command('decide')
    .description(
      'rule on what was read and linked, for good: merge or split claims, join or tell apart people, reject, confirm, correct or re-attribute what somebody said, set the kind of a source, note, tag or watch anything, or undo a decision',
    )
    .addArgument(new Argument('<ruling>', 'what is ruled').choices(KINDS))
    .argument(
      '[id...]',
      'ids of claims, attributions or decisions, or the beginnings of ids; names of people and bodies; re-attribute takes "unstated" too, set-kind a kind of source; note, tag and watch take names of reports as well',
    )
    .addOption(deskOption(desk))
    .addOption(new Option('--by <name>', 'who decides').env('READOUT_BY').default(''))
    .option('--why <reason>', 'why; it is kept and shown with the decision', '')
    .option('--move <words...>', 'of a split: what leaves the claim, as ids of attributions or as words')
    .option('--source <words...>', 'of a correction: the words that name the source, as they stand in the report')
    .option('--cue <words...>', 'of a correction: the words that say that it was said')
    .option('--content <words...>', 'of a correction: what was said, each piece in marks of its own')
    .option('--text <words>', 'of a note or a tag: its words, kept as they are')
    .option('--json', JSON_HELP)
    .addHelpText('after', DECIDE_EXAMPLES)
    .action(async (ruling, ids, options) => finish(await (await import('./decide.ts')).decideOn(ruling, ids, options)))
  program
    .command('decisions')
    .description('list what people decided, and what became of it: applied, undone, or an orphan whose words are gone')
    .addOption(deskOption(desk))
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample:\n  readout decisions')
    .action(async (options) => finish(await (await import('./decisions.ts')).decisions(options)))
}

const DECIDE_EXAMPLES = `
Example:
  readout decide merge 3f9a 77c1 --by "Ada Orme" --why "one offer in two wordings"
  readout decide split 3f9a --move "left the dam" --by "Ada Orme" --why "the dam, not the bridge"
  readout decide same "Ilse Marrow" "Karskan envoy" --by "Ada Orme" --why "she is the envoy"
  readout decide reject fcfa2d --by "Ada Orme" --why "the caption says so, not he"
  readout decide re-attribute fcfa2d "Corvin Hale" --by "Ada Orme" --why "he is the one who speaks"
  readout decide correct fcfa2d --content "would not resume on Sunday" --by "Ada Orme" --why "the day is his word too"
  readout decide set-kind fcfa2d official --by "Ada Orme" --why "he speaks for the ministry"
  readout decide note 3f9a --text "ask the ministry on Monday" --by "Ada Orme"
  readout decide tag 3f9a --text "dam" --by "Ada Orme"
  readout decide watch 3f9a --by "Ada Orme"
  readout decide undo 21 --by "Ada Orme" --why "read too fast"`
