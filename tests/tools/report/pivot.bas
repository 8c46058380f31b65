REM Opens a table, pivots it as people do (label in rows, month in columns, sum of values) and saves
REM what comes out as CSV.

Sub Pivot(source As String, filter As String, options As String, target As String)
    Dim ask(2) As New com.sun.star.beans.PropertyValue
    ask(0).Name = "Hidden" : ask(0).Value = True
    ask(1).Name = "FilterName" : ask(1).Value = filter
    ask(2).Name = "FilterOptions" : ask(2).Value = options
    book = StarDesktop.loadComponentFromURL(ConvertToUrl(source), "_blank", 0, ask())
    sheet = book.Sheets.getByIndex(0)
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    book.Sheets.insertNewByName("pivot", 0)
    pivots = book.Sheets.getByName("pivot").DataPilotTables
    plan = pivots.createDataPilotDescriptor()
    Dim area As New com.sun.star.table.CellRangeAddress
    area.Sheet = 1
    area.StartColumn = 0 : area.StartRow = 0
    area.EndColumn = 9 : area.EndRow = cursor.RangeAddress.EndRow
    plan.setSourceRange(area)
    plan.ShowFilterButton = False
    Dim months(0) As New com.sun.star.sheet.TableFilterField
    months(0).Field = 0
    months(0).Operator = com.sun.star.sheet.FilterOperator.EQUAL
    months(0).IsNumeric = False
    months(0).StringValue = "mois"
    plan.FilterDescriptor.setFilterFields(months())
    fields = plan.DataPilotFields
    fields.getByIndex(4).Orientation = com.sun.star.sheet.DataPilotFieldOrientation.ROW
    fields.getByIndex(1).Orientation = com.sun.star.sheet.DataPilotFieldOrientation.COLUMN
    fields.getByIndex(5).Orientation = com.sun.star.sheet.DataPilotFieldOrientation.DATA
    fields.getByIndex(5).Function = com.sun.star.sheet.GeneralFunction.SUM
    Dim place As New com.sun.star.table.CellAddress
    place.Sheet = 0 : place.Column = 0 : place.Row = 0
    pivots.insertNewByName("months", place, plan)
    Dim save(1) As New com.sun.star.beans.PropertyValue
    save(0).Name = "FilterName" : save(0).Value = "Text - txt - csv (StarCalc)"
    save(1).Name = "FilterOptions" : save(1).Value = "59,34,76,1,,0,false,true,false"
    book.storeToURL(ConvertToUrl(target), save())
    book.close(True)
End Sub
