// Words by which a page asks for a subscription before the rest of a report may be read.
import type { RemovedReason } from '../model/doc.ts'

const READER = '(?:subscribers?|members?|readers?|customers?|registered (?:users|readers))'
const READ_ON =
  '(?:read(?:ing)?(?: on| more| further| the (?:full|whole|entire|rest of the) (?:story|article|report)| this (?:story|article|report)(?: in full)?)?|continue(?: reading)?|unlock(?: (?:this|the full) (?:story|article))?|access (?:this|the full) (?:story|article))'
const JOIN =
  '(?:subscribe|sign (?:up|in)|log ?in|register|become a (?:subscriber|member)|create (?:an|a free) account|start (?:a|your) (?:free )?trial)'

const WALLS: readonly RegExp[] = [
  // Subscribe to continue reading. / Log in or register to read the full story
  new RegExp(
    `^(?:please )?${JOIN}(?:,? (?:or|and|&) ${JOIN})*(?: (?:now|today|for free|for full access))?(?: to| and) ${READ_ON}\\b.{0,60}$`,
    'i',
  ),
  // To continue reading, subscribe to the Harbour Post.
  new RegExp(`^(?:want )?to (?:keep |continue )?${READ_ON}\\b,? .{0,40}\\b${JOIN}\\b.{0,80}$`, 'i'),
  // This article is for subscribers only.
  new RegExp(
    `^(?:this|the (?:full|rest of this|rest of the)) (?:\\w+ ){0,2}(?:story|article|report|content|page|post) is (?:only )?(?:(?:available )?(?:exclusively )?(?:only )?(?:for|to)|reserved for) (?:\\w+ ){0,3}${READER}(?: only)?\\b.{0,60}$`,
    'i',
  ),
  new RegExp(`^(?:for )?${READER}[- ](?:only|exclusive)(?: (?:content|article|story))?\\.?$`, 'i'),
  // You have read all your free articles this month.
  /^you(?: ha|['’])ve (?:read|reached|used|run out of|hit) (?:all )?(?:of )?(?:your|the)\b.{0,40}\b(?:free|limit|monthly)\b.{0,60}$/i,
  /^(?:you have )?\d+ free articles? (?:left|remaining)\b.{0,40}$/i,
  // Already a subscriber? Log in
  new RegExp(
    `^already (?:a |an? existing )?(?:${READER}|subscribed|registered|have an account)\\?(?: (?:log|sign) ?in.{0,30})?$`,
    'i',
  ),
]

const LONGEST_WALL = 160 // characters: a box says it shortly, a report on paywalls does not

/** The reason for a line that is a wall; undefined for any other. */
export function nameWall(line: string): RemovedReason | undefined {
  return line.length <= LONGEST_WALL && WALLS.some((wall) => wall.test(line)) ? 'paywall' : undefined
}
