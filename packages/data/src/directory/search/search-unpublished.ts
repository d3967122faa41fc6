/** No search file of the present schema is published, so nothing can be asked of the directory's search until one is. */
export class SearchUnpublished extends Error {
  // Bundles shorten the names of classes, and the log says this one.
  override readonly name = 'SearchUnpublished'
}
