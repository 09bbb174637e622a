// The capture of an address that is nearest to a time, as Memento (RFC 7089) has it: an address of the web at a time of the past.
import { listCapturesOf } from '../archive/captures.ts'
import type { Capture } from '../model/capture.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Desk } from './desk.ts'
import { findPage, timeOf } from './find-page.ts'

/** The capture that brought bytes, of two as near the earlier one; undefined where there is none. */
export async function findMemento(desk: Pick<Desk, 'store'>, url: string, time: number): Promise<Capture | undefined> {
  const own = listCapturesOf(desk.store, [url]).map(({ capture }) => capture)
  const all = [...own, ...(await listOfPage(desk, url))].filter(({ outcome }) => 'payload' in outcome)
  const distance = (capture: Capture): number => Math.abs(Date.parse(timeOf(capture)) - time)
  return all.toSorted((a, b) => distance(a) - distance(b) || (timeOf(a) < timeOf(b) ? -1 : 1))[0]
}

/** 2031, 203103, 20310308120000 or an ISO time, as milliseconds; the parts left out are the first ones. */
export function readMementoTime(time: string): number | undefined {
  const match = /^(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?$/.exec(time)
  if (!match) return /^\d{4}-\d{2}/.test(time) ? numberOr(Date.parse(time)) : undefined
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = match
  return numberOr(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`))
}

function numberOr(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value
}

// Captures under other addresses of the same page, and those that were handed in for it.
async function listOfPage(desk: Pick<Desk, 'store'>, url: string): Promise<Capture[]> {
  try {
    return (await findPage(desk, url)).docs.flatMap(({ captures }) => captures)
  } catch (error) {
    if (error instanceof ReadoutError && error.code === 'REPORT_UNKNOWN') return []
    throw error
  }
}
