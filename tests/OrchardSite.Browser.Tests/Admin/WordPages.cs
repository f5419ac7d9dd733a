using Microsoft.Playwright;

namespace OrchardSite.Browser.Tests.Admin;

/// <summary>What Word puts on the clipboard.</summary>
internal static class WordPages
{
    public const string Notice = """
        <html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
        <head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15">
        <link rel=File-List href="file:///C:/Temp/msohtmlclip1/01/clip_filelist.xml">
        <!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
        <style><!-- p.MsoNormal, li.MsoNormal { margin: 0cm; font-family: "Times New Roman", serif; } @page WordSection1 { size: 595.3pt 841.9pt; } --></style></head>
        <body lang=VI style='tab-interval:36.0pt;word-wrap:break-word'><!--StartFragment-->
        <h1 style='text-align:center'><span lang=VI style='font-size:14.0pt;font-family:"Times New Roman",serif;color:#2E74B5;mso-themecolor:accent1'>Thông báo mời tham gia hội chợ<o:p></o:p></span></h1>
        <p class=MsoNormal style='text-align:justify;text-indent:36.0pt'><span lang=VI style='font-size:13.0pt'>Trung tâm mời các <b style='mso-bidi-font-weight:normal'>doanh nghiệp</b> và <i>hợp tác xã</i>:<o:p></o:p></span></p>
        <p class=MsoNormal><span lang=VI><o:p>&nbsp;</o:p></span></p>
        <p class=MsoListParagraphCxSpFirst style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=VI>Đăng ký trước ngày 15/12;<o:p></o:p></span></p>
        <p class=MsoListParagraphCxSpLast style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=VI>Gửi hồ sơ về trung tâm.<o:p></o:p></span></p>
        <p class=MsoListParagraphCxSpFirst style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=VI><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span lang=VI>Điền phiếu;<o:p></o:p></span></p>
        <p class=MsoListParagraphCxSpLast style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=VI><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span lang=VI>Nộp phiếu.<o:p></o:p></span></p>
        <table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt'>
         <tr style='mso-yfti-irow:0'><td width=301 valign=top style='width:225.4pt;border:solid windowtext 1.0pt'><p class=MsoNormal><span lang=VI>Gian hàng<o:p></o:p></span></p></td>
         <td width=301 valign=top style='width:225.4pt'><p class=MsoNormal><span lang=VI>Phí<o:p></o:p></span></p></td></tr></table>
        <p class=MsoNormal><span lang=VI>Chi tiết tại <a href="https://example.vn/hoi-cho" onclick="alert(1)">trang hội chợ</a>.<img src="file:///C:/Temp/msohtmlclip1/01/clip_image001.png" v:shapes="Picture_x0020_1"><o:p></o:p></span></p>
        <!--EndFragment--></body></html>
        """;

    /// <summary>Pastes into the editor of the page what another program has put on the clipboard.</summary>
    public static Task PasteAsync(IPage page, string html) => page.Locator(".ProseMirror").EvaluateAsync(
        """
        (element, html) => {
          const data = new DataTransfer();
          data.setData('text/html', html);
          data.setData('text/plain', 'Chữ trơn');
          element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """,
        html);
}
