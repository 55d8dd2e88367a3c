// Alone in its file: the script in the page takes this along and nothing else of the room.

/**
 * The URLs whose replies are parsed, and no others: an answer that says nothing to us (a file
 * inside JSON, an upload) is never copied. One of the procedures may stand anywhere among those of
 * a batched call. The first group is there for calls that start something.
 */
export const OF_INTEREST =
  /^https:\/\/(?:aisandbox-pa\.googleapis\.com\/v1\/(?:credits|video:batch(?:CheckAsync|(AsyncGenerate))Video\w+)|labs\.google\/fx\/api\/(?:auth\/session|trpc\/(?:[^?#/]*(?:,|%2C))?(?:project\.(?:searchProjectWorkflows|getProject)|videoFx\.getVideoModelConfig|flow\.projectInitialData)))(?![^?#,%])/i;
