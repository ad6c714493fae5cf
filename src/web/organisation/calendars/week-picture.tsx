import type { Weekday } from '../../../organisation/calendar.ts';
import type { Week, WeekDay } from '../../../organisation/opening/week.ts';
import { useFormats, useNow, useWords } from '../../layout/frame.tsx';
import { DataTwin } from '../../ui/data-twin.tsx';
import { Table } from '../../ui/table.tsx';

interface WeekPictureProps {
  week: Week;
  today: string;
}

/** Seven days from midnight to midnight, as the clock on the wall shows them; the same as a table below. */
export function WeekPicture({ week, today }: WeekPictureProps) {
  const words = useWords().openingHours;
  return (
    <>
      <DataTwin chart={<Drawing week={week} today={today} />} table={<WeekTable days={week.days} />} />
      <p className="mt-2 text-soft">{words.total(Math.round(week.openSeconds / 360) / 10)}</p>
    </>
  );
}

const at = (seconds: number) => `${(seconds / 864).toFixed(3)}%`;

/** A row per day: its name as text that keeps its size on a telephone, and the day as a bar. */
function Drawing({ week, today }: WeekPictureProps) {
  const words = useWords().openingHours;
  const nameOf = useDayName();
  const spoken = week.days.map((day) => `${nameOf(day)}: ${spansOf(day) || words.closed}`).join('; ');
  return (
    <div role="img" aria-label={`${words.week}. ${spoken}`} className="text-sm">
      <div className="ml-24 flex justify-between text-xs text-soft">
        {[0, 6, 12, 18, 24].map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
      {week.days.map((day) => (
        <div key={day.date} className="flex h-7 items-center">
          <span className={`w-24 shrink-0 ${day.date === today ? 'font-semibold' : 'text-soft'}`}>
            {nameOf(day)}
          </span>
          <span className="relative block h-5 grow">
            <DayBar day={day} />
            {day.label !== null && day.spans.length === 0 && (
              <span className="absolute inset-y-0 left-2 truncate leading-5">{day.label}</span>
            )}
          </span>
        </div>
      ))}
    </div>
  );
}

function DayBar({ day }: { day: WeekDay }) {
  return (
    <svg width="100%" height="20" className="block" aria-hidden="true">
      <rect width="100%" height="20" rx="3" className="fill-sunken" />
      {[6, 12, 18].map((hour) => (
        <line key={hour} x1={at(hour * 3600)} x2={at(hour * 3600)} y1="0" y2="20" className="stroke-line" />
      ))}
      {day.spans.map(({ from, to }) => (
        <rect key={from} x={at(from)} width={at(to - from)} height="20" rx="3" className="fill-water" />
      ))}
    </svg>
  );
}

function WeekTable({ days }: { days: readonly WeekDay[] }) {
  const words = useWords().openingHours;
  const { day } = useFormats();
  return (
    <Table
      caption={words.week}
      hideCaption
      rows={days}
      rowKey={(row) => row.date}
      columns={[
        { key: 'day', label: words.day, heading: true, cell: (row) => day(noon(row)) },
        { key: 'open', label: words.open, cell: (row) => spansOf(row) || words.closed },
        { key: 'why', label: words.because, cell: (row) => row.label ?? '' },
      ]}
    />
  );
}

/** `ma 23 nov` */
function useDayName(): (day: WeekDay) => string {
  const { shortDays } = useWords().openingHours;
  const { shortDay } = useFormats();
  const now = useNow();
  return (day) => `${shortDays[weekdayOf(day)]} ${shortDay(noon(day), now)}`;
}

function weekdayOf({ date }: WeekDay): Weekday {
  return (((new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7) + 1) as Weekday;
}

/** A moment that lies on this day in every time zone that people live in by this page. */
const noon = ({ date }: WeekDay) => `${date}T12:00:00Z`;

function spansOf({ spans }: WeekDay): string {
  return spans.map(({ from, to }) => `${clockOf(from)}–${clockOf(to)}`).join(', ');
}

function clockOf(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}`;
}
