import type { Channel } from '../channel.ts';

/** A feed of a blog or a forum (RSS, Atom, RDF, JSON Feed): what stands in it is read, nothing can be answered there. */
export const feed: Channel = {
  key: 'feed',
  name: 'Feed',
  receives: 'poll',
  replies: [],
  edits: false,
  deletes: false,
  hides: false,
  likes: false,
  media: 0,
  maximumLength: null,
  readOnly: true,
  sending: null,
};
