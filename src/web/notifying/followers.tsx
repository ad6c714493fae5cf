import { Form } from 'react-router';
import type { Participant } from '../../conversations/following/participants.ts';
import { type Place, placed } from '../inbox/place.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { CsrfField } from '../ui/form.tsx';

interface FollowersProps {
  id: string;
  followers: readonly Participant[];
  place: Place;
}

/** Who follows a conversation, and whether the reader wants to. */
export function Followers({ id, followers, place }: FollowersProps) {
  const { following } = useWords().notifying;
  const { list } = useFormats();
  const mine = followers.some((one) => one.mine);
  return (
    <Form
      method="post"
      action={placed.following(id, place)}
      preventScrollReset
      className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft"
    >
      <CsrfField />
      {followers.length > 0 && <span>{following.followers(list(followers.map(({ name }) => name)))}</span>}
      <Button size="small" tone="quiet" icon="bell" name="act" value={mine ? 'unfollow' : 'follow'}>
        {mine ? following.unfollow : following.follow}
      </Button>
    </Form>
  );
}
