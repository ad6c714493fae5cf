import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';

interface OrderButtonsProps {
  one: { key: string; name: string };
  isFirst: boolean;
  isLast: boolean;
}

/** One step earlier or later: a post each, so that it works without script. */
export function OrderButtons({ one: { key, name }, isFirst, isLast }: OrderButtonsProps) {
  const { rules } = useWords().routing;
  return (
    <Form className="flex">
      <input type="hidden" name="key" value={key} />
      <Button name="act" value="up" size="small" tone="quiet" icon="rising" disabled={isFirst}>
        <span className="sr-only">{rules.up(name)}</span>
      </Button>
      <Button name="act" value="down" size="small" tone="quiet" icon="falling" disabled={isLast}>
        <span className="sr-only">{rules.down(name)}</span>
      </Button>
    </Form>
  );
}
