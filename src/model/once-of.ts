// What is made of a thing and always comes out the same, made once for as long as the thing is held.

/** What `make` gives, or gave of the same thing before. What else it is given must follow from the thing. */
export function onceOf<K extends object, V, Rest extends readonly unknown[]>(
  make: (thing: K, ...rest: Rest) => V,
): (thing: K, ...rest: Rest) => V {
  const made = new WeakMap<K, { readonly value: V }>()
  return (thing, ...rest) => {
    const known = made.get(thing) ?? { value: make(thing, ...rest) }
    made.set(thing, known)
    return known.value
  }
}
