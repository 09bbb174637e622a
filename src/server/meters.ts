// What a scraper of Prometheus reads: how a desk does, and how its pages are answered. No label holds a name, an address or an id: each
// has a handful of values.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { DeskStatus } from '../model/desk-status.ts'

/** One request that was answered. */
export interface Answered {
  readonly method: string
  readonly route: string // as it is written in the list of routes
  readonly status: number
  readonly seconds: number
}

export interface Meters {
  readonly type: string
  count(answered: Answered): void
  /** All of it as text, with the desk as it is now; without one where that could not be looked at. */
  write(status: DeskStatus | undefined): Promise<string>
}

/** Meters of one server. */
export function makeMeters(): Meters {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const requests = new Histogram({
    name: 'readout_request_seconds',
    help: 'How long requests took to be answered',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.15, 0.5, 1.5, 5, 15],
    registers,
  })
  const looked = new Counter({
    name: 'readout_status_failures_total',
    help: 'Looks at the desk that failed',
    registers,
  })
  const gauges = DESK.map(([name, help, read]) => ({ gauge: new Gauge({ name, help, registers }), read }))
  const sources = new Gauge({
    name: 'readout_sources',
    help: 'Sources by how they go',
    labelNames: ['state'],
    registers,
  })
  const alarms = new Gauge({
    name: 'readout_alarms',
    help: 'What is amiss, by its name',
    labelNames: ['alarm'],
    registers,
  })
  const memory = new Gauge({
    name: 'readout_process_memory_bytes',
    help: 'Memory of the processes at work on the desk, by what they do',
    labelNames: ['kind'],
    registers,
  })
  const info = new Gauge({
    name: 'readout_info',
    help: 'Versions',
    labelNames: ['version', 'node', 'engine'],
    registers,
  })
  return {
    type: registry.contentType,
    count: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds),
    async write(status) {
      for (const gauge of [sources, alarms, memory, info]) gauge.reset()
      if (!status) {
        looked.inc()
        for (const { gauge } of gauges) gauge.set(Number.NaN) // what is not known is no nought
        return await registry.metrics()
      }
      for (const { gauge, read } of gauges) gauge.set(read(status))
      for (const [state, count] of Object.entries(status.sources)) sources.set({ state }, count)
      for (const { name } of status.alarms) alarms.inc({ alarm: name })
      for (const { kind, memory: bytes } of status.processes) memory.inc({ kind }, bytes)
      const { version, node, engine } = status
      info.set({ version, node, engine }, 1)
      return await registry.metrics()
    },
  }
}

const DESK: readonly (readonly [string, string, (status: DeskStatus) => number])[] = [
  ['readout_captures', 'Captures in the log', ({ captures }) => captures],
  ['readout_decisions', 'Decisions in the log', ({ decisions }) => decisions],
  ['readout_reports', 'Reports that came in', ({ reports }) => reports],
  ['readout_read', 'Readings that were made', ({ read }) => read],
  ['readout_faults', 'Reports of which nothing could be made', ({ faults }) => faults],
  ['readout_waiting', 'Reports that wait to be made out', ({ waiting }) => waiting],
  ['readout_lag_seconds', 'For how long the first of what waits has waited', lagOf],
  ['readout_last_in_timestamp_seconds', 'When anything came in last', ({ latest }) => secondsOf(latest)],
  ['readout_intake_stopped', '1 where nothing is taken in', ({ stopped }) => (stopped === undefined ? 0 : 1)],
  ['readout_store_bytes', 'Size of the desk', ({ bytes }) => bytes],
  ['readout_journal_bytes', 'Size of the journals of the database', ({ journalBytes = 0 }) => journalBytes],
  ['readout_disk_free_bytes', 'Free where the desk lies', ({ diskFree = Number.NaN }) => diskFree],
  ['readout_memory_free_bytes', 'Memory left to the machine or container', ({ memoryFree }) => memoryFree],
  ['readout_jobs_aside', 'Jobs that were given up', ({ jobsAside }) => jobsAside],
  ['readout_mail_unknown', 'Mails of which nobody knows whether they went out', ({ mailUnknown }) => mailUnknown],
  ['readout_processes', 'Processes that say that they are at work', ({ processes }) => processes.length],
]

function lagOf({ at, waiting, waitingSince }: DeskStatus): number {
  return waiting === 0 || waitingSince === undefined ? 0 : Math.max(0, secondsOf(at) - secondsOf(waitingSince))
}

function secondsOf(instant: string | undefined): number {
  return instant === undefined ? 0 : Date.parse(instant) / 1000
}
