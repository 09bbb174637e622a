// A picture laid out: boxes with lines of text in them, and edges from box to box. All in pixels from the upper left; how it
// looks is the style's. A figure is a value, so a test can see that nothing overlaps and that every text fits.

export interface Figure {
  readonly kind: 'origins' | 'timeline' | 'claims' | 'voices' | 'outlets'
  readonly width: number
  readonly height: number
  readonly title: string
  readonly about: string // the whole of it in words, for those who do not see it
  readonly boxes: readonly Box[]
  readonly edges: readonly Edge[]
}

export interface Box {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly look: string // class names: "report", "standing contested"; "plain" has no border
  readonly lines: readonly Line[]
  readonly whole?: string // the text where it was cut
  readonly within?: string // the box that it lies in
}

/** One line of text; `x` is its left edge, `y` its base line. */
export interface Line {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly isBold?: boolean
  readonly isSoft?: boolean
}

/** A line of straight pieces from one box to another, with what it says on it. */
export interface Edge {
  readonly from: string
  readonly to: string
  readonly points: readonly (readonly [x: number, y: number])[]
  readonly look: string
  readonly label?: Line
}
