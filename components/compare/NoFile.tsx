import { i18n } from '#i18n';

interface Props {
  readonly sentence: string;
  /** Whose file it is, where several are shown. */
  readonly name?: string;
  readonly retry: () => void;
}

/** Why a file cannot be shown, and the way to try again. */
export const NoFile = ({ sentence, name, retry }: Props) => (
  <div class="no-file">
    <p class="problem" role="alert">
      {name === undefined ? sentence : i18n.t('compare.about', [name, sentence])}
    </p>
    <button type="button" class="btn btn-s" onClick={retry}>
      {i18n.t('compare.retry')}
      {name !== undefined && <span class="vh"> {name}</span>}
    </button>
  </div>
);
