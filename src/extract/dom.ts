// The little of the DOM that this room uses, since the server's types know no DOM. linkedom gives objects of this shape.

export interface PageNode {
  readonly nodeType: number // 1 element, 3 text
  readonly childNodes: ArrayLike<PageNode>
  readonly parentElement: PageElement | null
  readonly textContent: string | null
}

export interface PageElement extends PageNode {
  readonly localName: string
  readonly className: string
  readonly id: string
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): ArrayLike<PageElement>
  replaceWith(node: PageNode): void
  remove(): void
}

export interface PageDocument extends PageElement {
  readonly documentElement: PageElement
  readonly body: PageElement
}

/** True for an element; its children may be walked. */
export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1
}

/** All elements below that fit the selector, in order, as an array. */
export function listElements(root: PageElement, selector: string): PageElement[] {
  return Array.from(root.querySelectorAll(selector))
}

/** The words of a node, blanks collapsed. */
export function wordsIn(node: PageNode | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim()
}
