import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { largestUpload, UploadCard } from '../ui/upload-card.tsx';

/** A file of messages. */
export function UploadForm() {
  const { upload } = useWords().imports;
  const tooLarge = { bytes: largestUpload, why: upload.tooLarge };
  return (
    <UploadCard action={urls.importUpload()} words={upload} tooLarge={tooLarge}>
      <p className="mt-2 text-sm text-faint">{upload.safe}</p>
    </UploadCard>
  );
}
