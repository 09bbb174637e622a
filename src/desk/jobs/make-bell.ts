// door: timers
// Several wait for the same thing, each no longer than it likes.

export interface Bell {
  /** Waits for the bell, or for so long. */
  wait(mostMs: number): Promise<void>
  /** Wakes all who wait. */
  ring(): void
}

/** A bell that nobody waits for yet. */
export function makeBell(): Bell {
  let rung = Promise.withResolvers<void>()
  return {
    async wait(mostMs) {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, mostMs)
      })
      await Promise.race([rung.promise, late])
      clearTimeout(timer)
    },
    ring() {
      rung.resolve()
      rung = Promise.withResolvers()
    },
  }
}
