// Alone in its file: the script in the page takes this along and nothing else of the room.

/**
 * The one URL that all calls of the page go to, for every account of the browser and by whatever name its
 * front end has. Which call an answer belongs to is told by what it holds, never by the URL. There is no
 * group: requests carry the page's verification and are not read.
 */
export const OF_INTEREST =
  /^https:\/\/flow\.google\.com\/(?:u\/\d+\/)?_\/\w+\/data\/batchexecute(?![^?#])/;
