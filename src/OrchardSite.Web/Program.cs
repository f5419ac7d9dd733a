using Microsoft.EntityFrameworkCore;
using OrchardSite.Web.Commands;

// The tools of EF Core start the program to look for a database; they get it from DesignTimeContexts instead.
return EF.IsDesignTime ? 0 : await PortalCommand.RunAsync(args);
