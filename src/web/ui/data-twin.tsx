import type { ReactNode } from 'react';
import { useWords } from '../layout/frame.tsx';
import { Icon } from './icon.tsx';

interface DataTwinProps {
  /** A drawing with its own role, title and description. */
  chart: ReactNode;
  /** The same facts as a Table. */
  table: ReactNode;
}

/** Every chart has a twin: the same facts as a table, one click away, without script. */
export function DataTwin({ chart, table }: DataTwinProps) {
  const { show } = useWords().kit.twin;
  return (
    <div>
      {chart}
      <details className="group mt-2">
        <summary className="link inline-flex items-center gap-1.5 py-1 text-sm">
          <Icon name="rows" className="size-4" />
          {show}
        </summary>
        <div className="mt-2">{table}</div>
      </details>
    </div>
  );
}
