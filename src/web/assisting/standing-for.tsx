import { useWords } from '../layout/frame.tsx';

/** Software promised something in this answer: it goes when the colleague says that they stand behind it. */
export function StandingFor() {
  const { composer } = useWords().assisting;
  return (
    <label className="mb-2 flex items-center gap-2 text-sm">
      <input type="checkbox" name="standing" value="1" className="size-4" />
      {composer.standing}
    </label>
  );
}
