type Words = Record<'sending' | 'done' | 'failed', string>;

const tellWith = (text: string, ...values: (string | number)[]) => text.replace(/\{(\d)\}/g, (_, place: string) => String(values[Number(place)]));

/** Sends files in parts, several at once: what is cut off goes on where it was, also after the page was left. */
export function uploads(): void {
  const form = document.querySelector<HTMLFormElement>('[data-upload]');
  if (!form) {
    return;
  }

  const input = form.querySelector<HTMLInputElement>('input[type=file]')!;
  const button = form.querySelector('button')!;
  const words = JSON.parse(form.dataset.words!) as Words;

  const sendAll = async (files: File[]) => {
    if (files.length === 0) {
      return;
    }

    button.disabled = true;
    const states = files.map((file) => form.querySelector('.upload-state')!.appendChild(stateOf(file)));
    const sent = await Promise.all(files.map((file, place) => send(form, file, states[place], words)));
    button.disabled = false;
    input.value = '';
    if (sent.every(Boolean)) {
      location.reload();
    }
  };

  form.addEventListener('submit', (event) => {
    if (input.files!.length > 0) {
      event.preventDefault();
      void sendAll([...input.files!]);
    }
  });
  const dropPlace = document.querySelector<HTMLElement>('#main')!;
  dropPlace.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      form.classList.add('is-over');
    }
  });
  dropPlace.addEventListener('dragleave', () => form.classList.remove('is-over'));
  dropPlace.addEventListener('drop', (event) => {
    form.classList.remove('is-over');
    if (event.dataTransfer && event.dataTransfer.files.length > 0) {
      event.preventDefault();
      void sendAll([...event.dataTransfer.files]);
    }
  });
}

function stateOf(file: File): HTMLElement {
  const entry = document.createElement('li');
  const text = document.createElement('span');
  const bar = document.createElement('progress');
  bar.max = 100;
  bar.setAttribute('aria-label', file.name);
  entry.append(text, bar);
  return entry;
}

async function send(form: HTMLFormElement, file: File, state: HTMLElement, words: Words): Promise<boolean> {
  const { Upload } = await import('tus-js-client');
  const text = state.querySelector('span')!;
  const bar = state.querySelector('progress')!;
  const tell = (message: string, isFault: boolean) => {
    text.textContent = message;
    bar.hidden = true;
    state.classList.toggle('field-error', isFault);
    return !isFault;
  };

  return new Promise((resolve) => {
    const upload = new Upload(file, {
      endpoint: form.dataset.uploads,
      chunkSize: 4 * 1024 * 1024,
      retryDelays: [0, 1000, 3000, 8000],
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name, folder: form.dataset.folder! },
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0;
        return status === 0 || status === 423 || status >= 500;
      },
      onProgress: (sent, total) => {
        bar.value = total === 0 ? 100 : Math.floor((100 * sent) / total);
        text.textContent = tellWith(words.sending, file.name, bar.value);
      },
      onError: (error) => {
        const said = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined;
        resolve(tell(said ? `${file.name}: ${said}` : tellWith(words.failed, file.name), true));
      },
      onSuccess: async () => {
        const body = new FormData(form);
        body.delete('files');
        body.append('key', upload.url!.split('/').pop()!);
        const answer = await fetch(form.dataset.finish!, { method: 'POST', body }).catch(() => undefined);
        resolve(answer?.ok
          ? tell(tellWith(words.done, file.name), false)
          : tell(answer ? `${file.name}: ${await answer.text()}` : tellWith(words.failed, file.name), true));
      },
    });
    void upload.findPreviousUploads().then((previous) => {
      if (previous[0]) {
        upload.resumeFromPreviousUpload(previous[0]);
      }

      upload.start();
    });
  });
}

/** The point of a picture that stays in sight: set by pressing on it, or by its two numbers. */
export function focusPoint(): void {
  const place = document.querySelector<HTMLElement>('[data-focus-point]');
  const x = document.querySelector<HTMLInputElement>('#focusX');
  const y = document.querySelector<HTMLInputElement>('#focusY');
  if (!place || !x || !y) {
    return;
  }

  const mark = document.createElement('span');
  mark.className = 'focus-mark';
  place.append(mark);
  const show = () => {
    mark.style.left = `${x.value}%`;
    mark.style.top = `${y.value}%`;
  };
  place.addEventListener('click', (event) => {
    const box = place.getBoundingClientRect();
    x.value = String(Math.round((100 * (event.clientX - box.left)) / box.width));
    y.value = String(Math.round((100 * (event.clientY - box.top)) / box.height));
    show();
  });
  x.addEventListener('input', show);
  y.addEventListener('input', show);
  show();
}
