import { type Source } from '@travellite/protocol';

const isWeb = (url: string | undefined): url is string => url !== undefined && /^https?:\/\//i.test(url);

/** What an answer rests on. */
export function Sources({ sources }: { sources: Source[] }) {
  return (
    <details className="sources">
      <summary>
        {sources.length} source{sources.length === 1 ? '' : 's'}
      </summary>
      <ul>
        {sources.map(({ id, title, source, url }) => (
          <li key={id}>
            {isWeb(url) ? (
              <a href={url} target="_blank" rel="noreferrer">
                {title}
              </a>
            ) : (
              title
            )}
            {source !== '' && <span className="quiet"> {source}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
