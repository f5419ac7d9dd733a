using System.Net;
using OrchardSite.Directives.Consultations;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Directives;

public sealed class CommentFormTests
{
    [Fact]
    public async Task A_comment_is_kept_in_NFC_and_answered_with_a_receipt_without_any_cookie()
    {
        await using var portal = await PortalApp.StartAsync();
        var round = await portal.AddAsync(PortalApp.Department, Commenting.Round());

        var sent = await portal.CommentAsync(round, "", ("name", "  Tr\u00e2\u0300n   Thị Bình "), ("phone", "+84 905.123-456"), ("text", "Mục một.\r\n\u0007<b>Mục hai.</b>  "));

        sent.Status.ShouldBe(HttpStatusCode.SeeOther);
        var thanks = await portal.Http.GetPageAsync(sent.Response.Headers.Location!.ToString());
        thanks.TextOf(".receipt").ShouldBe("GY-00001");
        thanks.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var comment = (await portal.CommentsAsync(PortalApp.Department, round)).ShouldHaveSingleItem();
        (comment.Name, comment.Email, comment.Phone, comment.Text).ShouldBe(("Trần Thị Bình", "binh@example.vn", "0905123456", "Mục một.\n<b>Mục hai.</b>"));
        (comment.State, comment.KeepUntil).ShouldBe((CommentState.New, new DateOnly(2027, 11, 25)));
        foreach (var page in new[] { await portal.Http.GetPageAsync("/lay-y-kien"), await portal.Http.GetPageAsync(Commenting.FormOf(round)), sent, thanks })
        {
            page.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        }

        var entry = (await portal.AuditOfAsync(PortalApp.Department, nameof(SubmitComment))).ShouldHaveSingleItem();
        (entry.Actor, entry.Detail, entry.ItemId).ShouldBe(("", "GY-00001", round.ContentItemId));
    }

    [Theory]
    [InlineData("name", "", "#name", "Nhập họ và tên, không quá 100 ký tự.")]
    [InlineData("email", "", "#email", "Nhập thư điện tử hoặc số điện thoại để chúng tôi liên hệ khi cần.")]
    [InlineData("email", "binh@example", "#email", "Địa chỉ thư điện tử chưa đúng. Ví dụ: ten@example.vn")]
    [InlineData("phone", "12345", "#phone", "Số điện thoại bắt đầu bằng số 0 và có 10 hoặc 11 chữ số.")]
    [InlineData("text", "Đồng ý", "#text", "Nội dung góp ý phải có từ 10 đến 5000 ký tự; hiện có 6 ký tự.")]
    [InlineData("consent", "", "#consent", "Cần có sự đồng ý về xử lý dữ liệu cá nhân thì mới gửi được góp ý.")]
    [InlineData("website", "http://x.example", null, "Vui lòng để trống ô “Để trống ô này”: chỉ phần mềm tự động mới điền vào đó.")]
    [InlineData("stamp", "khong-phai", null, "Biểu mẫu đã hết hiệu lực hoặc không được mở từ trang này. Vui lòng gửi lại.")]
    public async Task What_is_wrong_is_said_and_nothing_typed_is_lost(string field, string value, string? link, string message)
    {
        await using var portal = await PortalApp.StartAsync();
        var round = await portal.AddAsync(PortalApp.LangSon, Commenting.Round());

        var refused = await portal.CommentAsync(round, "/xttm-lang-son", (field, value));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("#refusals li").ShouldBe(message);
        refused.Document.QuerySelector("#refusals li a")?.GetAttribute("href").ShouldBe(link);
        refused.TextOf("#text").ShouldBe(field == "text" ? value : Commenting.Words);
        refused.Document.QuerySelector("#organisation")!.GetAttribute("value").ShouldBe("Hợp tác xã Rau sạch");
        if (field == "stamp")
        {
            portal.Clock.Advance(TimeSpan.FromSeconds(10));
            (await portal.SendAsync(refused)).Status.ShouldBe(HttpStatusCode.SeeOther, "The form that is shown again is a good one.");
        }
        else
        {
            (await portal.CommentsAsync(PortalApp.LangSon, round)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Long_words_are_refused_as_they_are()
    {
        await using var portal = await PortalApp.StartAsync();
        var round = await portal.AddAsync(PortalApp.Department, Commenting.Round());

        var refused = await portal.CommentAsync(round, "", ("text", new string('ý', 5001)), ("name", new string('n', 101)), ("organisation", new string('t', 201)));

        refused.TextsOf("#refusals li").Count.ShouldBe(3);
        refused.TextOf("#text")!.Length.ShouldBe(5001);
        (await portal.CommentAsync(round, "", ("text", new string('ý', 5000)))).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_form_that_is_sent_at_once_or_after_half_a_day_is_looked_over_again()
    {
        await using var portal = await PortalApp.StartAsync();
        var round = await portal.AddAsync(PortalApp.Department, Commenting.Round());
        var other = await portal.AddAsync(PortalApp.LangSon, Commenting.Round());
        var form = await portal.Http.GetPageAsync(Commenting.FormOf(round));
        var foreign = await portal.Http.GetPageAsync(Commenting.FormOf(other, "/xttm-lang-son"));

        (await portal.SendAsync(form)).TextOf("#refusals li").ShouldBe("Góp ý được gửi quá nhanh. Vui lòng xem lại nội dung rồi gửi lại.");
        portal.Clock.Advance(TimeSpan.FromSeconds(5));
        var stamp = foreign.Document.QuerySelector("[name=stamp]")!.GetAttribute("value")!;
        (await portal.SendAsync(form, ("stamp", stamp))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "The stamp of another site's form.");
        portal.Clock.Advance(TimeSpan.FromHours(12));
        var late = await portal.SendAsync(form);
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        portal.Clock.Advance(TimeSpan.FromSeconds(5));
        (await portal.SendAsync(late)).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://khac.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.UnprocessableEntity)]
    public async Task A_page_of_another_site_cannot_send_comments(string header, string value, HttpStatusCode status)
    {
        await using var portal = await PortalApp.StartAsync();
        var round = await portal.AddAsync(PortalApp.Department, Commenting.Round());
        var request = new HttpRequestMessage(HttpMethod.Post, Commenting.FormOf(round)) { Content = new FormUrlEncodedContent([new("name", "Bình")]) };
        request.Headers.Add(header, value);

        (await portal.Http.SendPageAsync(request)).Status.ShouldBe(status);
        (await portal.Http.SendPageAsync(new HttpRequestMessage(HttpMethod.Post, Commenting.FormOf(round)) { Content = new StringContent("{}") })).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_same_comment_is_kept_once_and_another_one_beside_it()
    {
        await using var portal = await PortalApp.StartAsync();
        var round = await portal.AddAsync(PortalApp.Department, Commenting.Round());
        var form = await portal.Http.GetPageAsync(Commenting.FormOf(round));
        portal.Clock.Advance(TimeSpan.FromMinutes(1));

        var twice = await Task.WhenAll(portal.SendAsync(form), portal.SendAsync(form));
        var other = await portal.SendAsync(form, ("text", "Đề nghị giữ nguyên Điều 3."));

        twice.Select(page => page.Response.Headers.Location).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        other.Response.Headers.Location.ShouldNotBe(twice[0].Response.Headers.Location);
        (await portal.CommentsAsync(PortalApp.Department, round)).Select(comment => comment.Receipt).ShouldBe(["GY-00001", "GY-00002"]);
    }

    [Fact]
    public async Task One_address_sends_only_so_many_comments_in_an_hour_to_a_site()
    {
        await using var portal = await PortalApp.StartAsync(new Dictionary<string, string?> { ["CommentLimits:PerAddress"] = "2" });
        var round = await portal.AddAsync(PortalApp.Department, Commenting.Round());
        var elsewhere = await portal.AddAsync(PortalApp.VinhLong, Commenting.Round());
        for (var number = 0; number < 2; number++)
        {
            (await portal.CommentAsync(round, "", ("text", $"Đề nghị sửa khoản {number} Điều 5."))).Status.ShouldBe(HttpStatusCode.SeeOther);
        }

        var refused = await portal.CommentAsync(round, "", ("text", "Góp ý thứ ba của tôi."));

        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.TextOf("#refusals li").ShouldBe("Trong một giờ qua đã có nhiều góp ý gửi từ mạng của bạn. Vui lòng chờ 60 phút rồi gửi lại; nội dung đã nhập vẫn còn trong biểu mẫu.");
        refused.TextOf("#text").ShouldBe("Góp ý thứ ba của tôi.");
        refused.Response.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(60));
        (await portal.CommentAsync(round, "", ("text", "Đề nghị sửa khoản 1 Điều 5."))).Status.ShouldBe(HttpStatusCode.SeeOther, "What was taken before is no further comment.");
        (await portal.CommentAsync(elsewhere, "/xttm-vinh-long")).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Outside_its_window_nothing_is_taken_not_even_what_was_begun_inside()
    {
        await using var portal = await PortalApp.StartAsync();
        var upcoming = await portal.AddAsync(PortalApp.Department, Commenting.Round("Dự thảo của ngày mai", "2026-11-25", "2026-12-25"));
        var closing = await portal.AddAsync(PortalApp.Department, Commenting.Round("Dự thảo hết hạn hôm nay", "2026-11-01", "2026-11-24"));
        (await portal.Http.GetPageAsync(Commenting.FormOf(upcoming))).Response.Headers.Location!.ToString().ShouldBe("/lay-y-kien/du-thao-cua-ngay-mai");
        portal.Clock.Advance(TimeSpan.FromHours(14) - TimeSpan.FromMinutes(5));
        var form = await portal.Http.GetPageAsync(Commenting.FormOf(closing));
        form.Status.ShouldBe(HttpStatusCode.OK);

        var early = await portal.Http.SendPageAsync(new HttpRequestMessage(HttpMethod.Post, Commenting.FormOf(upcoming)) { Content = new FormUrlEncodedContent([new("text", Commenting.Words)]) });
        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        var late = await portal.SendAsync(form);

        early.Status.ShouldBe(HttpStatusCode.Conflict);
        early.TextOf("#refusals li").ShouldBe("Chưa đến thời gian lấy ý kiến: góp ý được tiếp nhận từ ngày 25/11/2026.");
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.TextOf("#refusals li").ShouldBe("Thời hạn lấy ý kiến đã kết thúc vào ngày 24/11/2026. Góp ý của bạn chưa được gửi.");
        late.TextOf("#text").ShouldBe(Commenting.Words);
        late.Document.QuerySelector("form.form button").ShouldBeNull();
        (await portal.Http.GetPageAsync(Commenting.FormOf(upcoming))).Status.ShouldBe(HttpStatusCode.OK);
        (await portal.CommentsAsync(PortalApp.Department, closing)).ShouldBeEmpty();
    }

    [Fact]
    public async Task There_is_no_form_for_another_sites_round_nor_for_one_that_was_taken_down()
    {
        await using var portal = await PortalApp.StartAsync();
        var round = await portal.AddAsync(PortalApp.LangSon, Commenting.Round());
        var article = await portal.AddAsync(PortalApp.Department, Samples.Page());
        var sent = await portal.CommentAsync(round, "/xttm-lang-son");
        var thanks = sent.Response.Headers.Location!.ToString();
        var form = await portal.Http.GetPageAsync(Commenting.FormOf(round, "/xttm-lang-son"));

        foreach (var path in new[] { Commenting.FormOf(round), Commenting.FormOf(round, "/xttm-vinh-long"), Commenting.FormOf(article), thanks.Replace("/xttm-lang-son", "", StringComparison.Ordinal) })
        {
            (await portal.Http.GetPageAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await portal.UnpublishAsync(PortalApp.LangSon, round)).Succeeded.ShouldBeTrue();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        (await portal.SendAsync(form, ("text", "Góp ý sau khi gỡ dự thảo."))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Http.GetPageAsync(thanks)).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
