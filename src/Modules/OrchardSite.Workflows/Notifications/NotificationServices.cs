using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;

namespace OrchardSite.Workflows.Notifications;

public static class NotificationServices
{
    /// <summary>Tells people of changes of one kind.</summary>
    public static IServiceCollection AddNotifications<TSource, TText>(this IServiceCollection services, ChangeKind kind)
        where TSource : class, INotificationSource
        where TText : class, INotificationText => services
            .AddSingleton(new NotifiedChange(kind))
            .AddScoped<INotificationSource, TSource>()
            .AddSingleton<INotificationText, TText>();
}
