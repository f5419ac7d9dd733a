import './portal.css';
import { countBanners } from './banners';
import { openDropDowns } from './menu';
import { goBack, print } from './page-actions';
import { previewFiles } from './preview/preview';
import { suggest } from './suggestions';
import { sizeText } from './text-size';
import { countVisit } from './visits';

openDropDowns();
goBack();
print();
sizeText();
suggest();
previewFiles();
countBanners();
void countVisit();

for (const tools of document.querySelectorAll<HTMLElement>('.page-tools[hidden]')) {
  tools.hidden = false;
}
