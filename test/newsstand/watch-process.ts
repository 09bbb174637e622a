// Watches the process it runs in: how long its event loop was blocked, how much memory it took, whom it tried to reach.
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'

export interface Watched {
  readonly blockedMs: number // at most, by node's own measure
  readonly lateMs: number // at most, by which a heartbeat of 20 ms came late
  readonly workedMs: number // at most, of the processor between two beats: what is left of it on a machine that is idle
  readonly peakMiB: number
  readonly reached: readonly string[] // IP addresses to which a connection was begun, each once
  readonly connections: number
}

export interface Watch {
  /** What was seen so far. */
  read(): Watched
  stop(): void
}

const BEAT = 20

export function watchProcess(): Watch {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const reached = new Set<string>()
  let connections = 0
  let lateMs = 0
  let workedMs = 0
  let beat = performance.now()
  let cpu = process.threadCpuUsage()
  const heart = setInterval(() => {
    const late = performance.now() - beat - BEAT
    beat = performance.now()
    lateMs = Math.max(lateMs, late)
    const { user, system } = process.threadCpuUsage(cpu)
    cpu = process.threadCpuUsage()
    workedMs = Math.max(workedMs, (user + system) / 1000)
  }, BEAT)
  heart.unref()
  const watchSocket = (message: unknown): void => {
    const { socket } = message as { socket: Socket }
    connections += 1
    socket.on('connectionAttempt', (address: string) => reached.add(address))
    socket.on('connect', () => reached.add(socket.remoteAddress ?? 'unknown'))
  }
  subscribe('net.client.socket', watchSocket)
  return {
    read: () => ({
      blockedMs: delay.max / 1e6,
      lateMs,
      workedMs,
      peakMiB: process.resourceUsage().maxRSS / 1024,
      reached: [...reached].sort(),
      connections,
    }),
    stop() {
      clearInterval(heart)
      delay.disable()
      unsubscribe('net.client.socket', watchSocket)
    },
  }
}
