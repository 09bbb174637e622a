// Sources as `readout source` prints them.
import type { SourceState } from '../desk/web/health-of.ts'
import { safeLine } from './show-safely.ts'

/** One source, a line and what there is to say of it below. */
export function writeSource({ source, health }: SourceState): string {
  const { id, title, url, state, outlet, folder } = source
  const where = folder.length > 0 ? `, in ${folder.join(' / ')}` : ''
  const whose = outlet ? `, printed by ${outlet}` : ''
  const lines = [
    `${id}  ${title ?? url}${state === 'paused' ? ' (paused)' : ''}${whose}${where}`,
    ...(title ? [`  ${url}`] : []),
    `  ${tellHealth({ source, health })}`,
  ]
  return lines.map(safeLine).join('\n')
}

/** "12 found, 1.5 a day; asked 2031-05-06 10:12, next 2031-05-06 11:12" */
export function tellHealth({ source, health }: SourceState): string {
  const { asked, succeeded, fault, due, moved, items, perDay, usualGapMs, latest, isSilent } = health
  const usual = usualGapMs === undefined ? '' : `, usually one in ${tellSpan(usualGapMs)}`
  return [
    `${items} found, ${perDay} a day${usual}`,
    ...(isSilent && latest ? [`SILENT since ${tellTime(latest)}`] : []),
    asked ? `asked ${tellTime(asked)}` : 'not asked yet',
    ...(fault ? [`in vain: ${fault}`, `last had ${succeeded ? tellTime(succeeded) : 'never'}`] : []),
    ...(moved ? [`moved to ${moved}`] : []),
    ...(source.state === 'followed' && due ? [`next ${tellTime(due)}`] : []),
  ].join('; ')
}

/** 2031-05-06T10:12:30.000Z -> 2031-05-06 10:12 UTC */
function tellTime(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`
}

const UNITS = [
  [24 * 3600 * 1000, 'days'],
  [3600 * 1000, 'hours'],
  [60 * 1000, 'minutes'],
] as const

/** 5400000 -> "1.5 hours" */
function tellSpan(ms: number): string {
  const [unit, name] = UNITS.find(([size]) => ms >= 2 * size) ?? [60 * 1000, 'minutes']
  return `${Math.round((10 * ms) / unit) / 10} ${name}`
}
