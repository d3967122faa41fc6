/** Opens what a function works with when it is first wanted, and keeps it; if that fails, whoever wants it next tries again. */
export function openOnce<Opened>(open: () => Promise<Opened> | Opened): () => Promise<Opened> {
  let opening: Promise<Opened> | undefined
  return () =>
    (opening ??= Promise.resolve()
      .then(open)
      .catch((fault: unknown) => {
        opening = undefined
        throw fault
      }))
}
